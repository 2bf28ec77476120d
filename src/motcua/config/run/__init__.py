"""`motcua run`: the whole house with one command."""

import argparse
import os
import sys

from motcua.base.database.launcher import Server
from motcua.config import environment as env
from motcua.config.run.supervisor import Failed, Supervisor, Wishes


def main(words: list[str]) -> int:
    """Run until asked to stop; 2 when it cannot start, with a sentence."""
    wishes = _wishes(words)
    try:
        if os.environ.get("DATABASE_URL"):
            Supervisor(wishes, None).run()
        else:
            data_dir = env.folder("MOTCUA_VAR_DIR", env.ROOT / "var") / "postgres"
            with Server.attach_or_start(data_dir) as server:
                Supervisor(wishes, server).run()
    except Failed as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _wishes(words: list[str]) -> Wishes:
    parser = argparse.ArgumentParser(prog="motcua run", description="Chạy toàn bộ hệ thống.")
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ lắng nghe")
    parser.add_argument("--port", type=int, default=8000, help="cổng của hệ thống")
    parser.add_argument("--identity-port", type=int, default=8001, help="cổng của VNeID giả lập")
    parser.add_argument("--letterbox-port", type=int, default=8002, help="cổng của hộp thư giả lập")
    parser.add_argument("--smtp-port", type=int, default=8025, help="cổng nhận thư của hộp thư giả lập")
    parser.add_argument(
        "--demo", action="store_true", default=env.flag("MOTCUA_DEMO"), help="nạp dữ liệu dùng thử"
    )
    return Wishes(**vars(parser.parse_args(words)))

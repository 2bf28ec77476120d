"""Settings. Every value that an operator may change comes from the environment and has a safe default."""

import os
from datetime import timedelta
from typing import Any

from csp.constants import NONCE, NONE, SELF

from motcua.base.database.connection import Urls, django_settings, resolve
from motcua.base.database.launcher import DatabaseUnavailable
from motcua.config import environment as env

VAR_DIR = env.folder("MOTCUA_VAR_DIR", env.ROOT / "var")
DEMO = env.flag("MOTCUA_DEMO")
DEMO_FINISHED = env.number("MOTCUA_DEMO_FINISHED", 240)
DEBUG = env.flag("MOTCUA_DEBUG")
SECRET_KEY = env.secret("MOTCUA_SECRET_KEY", VAR_DIR)
COMMITMENT_KEY = env.secret("MOTCUA_COMMITMENT_KEY", VAR_DIR)
ALLOWED_HOSTS = env.words("MOTCUA_HOSTS", "localhost,127.0.0.1,[::1]")
BASE_URL = env.text("MOTCUA_BASE_URL", "http://127.0.0.1:8000")
HTTPS = BASE_URL.startswith("https://")
# Whoever speaks HTTPS to the world stands before this house and says who asks (the last X-Forwarded-For).
PROXIES = 1 if HTTPS else 0

VERSION = env.version()
BUILD = env.text("MOTCUA_BUILD")
PROVINCE = env.text("MOTCUA_PROVINCE", "tỉnh Tuyên Quang")
HOTLINE = env.text("MOTCUA_HOTLINE", "1022")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django_cotton.apps.SimpleAppConfig",
    "procrastinate.contrib.django",
    "motcua.base.web",
    "motcua.base.ui",
    "motcua.base.access",
    "motcua.base.journal",
    "motcua.base.queue",
    "motcua.base.files",
    "motcua.base.notices",
    "motcua.reference.org",
    "motcua.reference.people",
    "motcua.reference.forms",
    "motcua.reference.catalogue",
    "motcua.casework.dossiers",
    "motcua.casework.dossiers.notices",
    "motcua.reform.insight",
    "motcua.reform.scoring",
    "motcua.reform.scoring.published",
    "motcua.reform.scoring.quality",
    "motcua.reform.scoring.rating",
    "motcua.exchange.identity",
    "motcua.doors.portal",
    "motcua.doors.desk",
    "motcua.doors.command",
    "motcua.doors.api",
    "motcua.config",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "motcua.base.web.middleware.DatabaseAway",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "motcua.base.web.middleware.WhoAsks",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
]

ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "motcua.base.ui.context.frame",
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
        },
    }
]

COTTON_ISOLATE_BY_DEFAULT = True

# --- database ---------------------------------------------------------------------------------------------
try:
    _urls = resolve(os.environ, VAR_DIR / "postgres")
except DatabaseUnavailable:
    # Commands that need no database still run; whoever does need it gets a connection error.
    _urls = Urls("postgresql:///motcua", "postgresql:///motcua")
_owner = env.text("MOTCUA_DATABASE_ROLE", "app") == "owner"
DATABASES = {
    "default": django_settings(_urls.owner if _owner else _urls.app, pool=env.flag("MOTCUA_DATABASE_POOL"))
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES: dict[str, dict[str, Any]] = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if not DEBUG:
    # Rate limits must hold across processes, so they share a cache in the database.
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "web_cache",
            # Beyond its most, the cache throws counts away at random; Django's 300 is one busy minute.
            "OPTIONS": {"MAX_ENTRIES": 200_000},
        }
    }

PROCRASTINATE_IMPORT_PATHS = [
    "motcua.base.journal.checking",
    "motcua.base.journal.roots",
    "motcua.base.journal.delivery",
    "motcua.base.queue.rescue",
]
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

# --- notices ----------------------------------------------------------------------------------------------
NOTICE_PACE = env.text("MOTCUA_NOTICE_PACE", "2026-01-01 tries=6 first_s=60 factor=4 keep_days=365")
NOTICE_SENDERS = {
    "email": "motcua.exchange.gateways.mail.adapter.MailSender",
    "sms": "motcua.exchange.gateways.messages.adapter.SmsSender",
    "zalo": "motcua.exchange.gateways.messages.adapter.ZaloSender",
}
SMTP_URL = env.text("MOTCUA_SMTP_URL")
MAIL_FROM = env.text("MOTCUA_MAIL_FROM", "Một Cửa <khong-tra-loi@localhost>")
SMS_URL = env.text("MOTCUA_SMS_URL")
SMS_TOKEN = env.text("MOTCUA_SMS_TOKEN")
ZALO_URL = env.text("MOTCUA_ZALO_URL")
ZALO_TOKEN = env.text("MOTCUA_ZALO_TOKEN")

# --- language and time ------------------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# --- static files, uploads, papers ------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = env.folder("MOTCUA_STATIC_ROOT", env.ROOT / "build" / "static")
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if _bucket := env.text("MOTCUA_S3_BUCKET"):
    STORAGES["files"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": _bucket,
            "endpoint_url": env.text("MOTCUA_S3_ENDPOINT") or None,
            "region_name": env.text("MOTCUA_S3_REGION") or None,
            "access_key": env.text("MOTCUA_S3_KEY") or None,
            "secret_key": env.text("MOTCUA_S3_SECRET") or None,
            "default_acl": "private",
            "file_overwrite": False,
            "querystring_auth": True,
        },
    }
FONT_DIR = env.folder("MOTCUA_FONT_DIR", env.ROOT / "build" / "fonts")
FILES_DIR = env.folder("MOTCUA_FILES_DIR", VAR_DIR / "files")
JOURNAL_ROOTS_DIR = env.folder("MOTCUA_JOURNAL_ROOTS_DIR", VAR_DIR / "roots")
FILE_MAX_BYTES = env.number("MOTCUA_FILE_MAX_BYTES", 10 * 1024 * 1024)
FILE_KEYS_GIVEN = bool(env.text("MOTCUA_FILE_KEYS"))
FILE_KEYS = env.secret("MOTCUA_FILE_KEYS", VAR_DIR)
UPLOAD_QUOTAS = env.text("MOTCUA_UPLOAD_QUOTAS", "2026-01-01 open=20 day_mb=300")
CLAMD_ADDRESS = env.text("MOTCUA_CLAMD_ADDRESS")
FILE_UPLOAD_HANDLERS = [
    "motcua.base.files.upload.BoundedHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- sessions and log-in ----------------------------------------------------------------------------------
AUTH_USER_MODEL = "access.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
SESSION_COOKIE_NAME = "motcua_session"
SESSION_COOKIE_AGE = env.number("MOTCUA_SESSION_SECONDS", int(timedelta(hours=8).total_seconds()))
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "motcua_csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "motcua.base.web.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"

# The rooms that know who somebody is, asked in this order.
ACTOR_RESOLVERS = [
    "motcua.reference.org.queries.actor_of_request",
    "motcua.reference.people.queries.actor_of_request",
]
WITHOUT_ACTOR = ("/healthz", "/livez")

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:work"
ACCOUNT_LOGOUT_REDIRECT_URL = "portal:home"
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
ACCOUNT_ADAPTER = "motcua.exchange.identity.adapter.OfficialsAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False

SOCIALACCOUNT_ADAPTER = "motcua.exchange.identity.adapter.CitizensAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = True
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_STORE_TOKENS = False
IDENTITY_ISSUER = env.text("MOTCUA_IDENTITY_ISSUER", "http://127.0.0.1:8001")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "vneid",
                "name": "VNeID",
                "client_id": env.text("MOTCUA_IDENTITY_CLIENT", "mot-cua"),
                "secret": env.secret("MOTCUA_IDENTITY_SECRET", VAR_DIR),
                "settings": {
                    "server_url": IDENTITY_ISSUER,
                    "token_auth_method": "client_secret_post",
                    "oauth_pkce_enabled": True,
                    "fetch_userinfo": True,
                    "uid_field": "sub",
                    "scope": ["openid", "profile", "personal_id", "phone", "address"],
                    "auth_params": {"acr_values": "2"},
                },
            }
        ],
    }
}

MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "Một Cửa"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        # A form that ends in a redirect to the identity provider is stopped unless it is named here.
        "form-action": [SELF, IDENTITY_ISSUER],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"motcua": {"handlers": ["stderr"], "level": "INFO", "propagate": False}},
}

"""The look of the simulator: the tokens of the office, but never its red strip."""

CSS = """
:root{--ink:#14181c;--ink2:#4a545e;--line:#7a858f;--rule:#d5dade;--wash:#f3f5f7;--action:#0b4f8a;
--deep:#083a66;--actionwash:#e9f1f8;--warn:#8a4b00;--warnwash:#fdf3e1;--error:#b3201a;--focus:#ffd43b}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);font:400 18px/28px Inter,system-ui,sans-serif;
overflow-wrap:break-word}
.strip{background:var(--warnwash);color:var(--warn);border-bottom:2px dashed var(--warn);
padding:8px 24px;font-weight:600}
main,footer{max-width:708px;padding:0 24px;margin:0 auto}
main{padding-top:32px;padding-bottom:64px}
footer{padding-bottom:32px;font-size:16px;line-height:25px;color:var(--ink2)}
h1{font-size:38px;line-height:50px;font-weight:600;letter-spacing:-.012em;margin:0 0 16px}
h2{font-size:20px;line-height:30px;font-weight:600;margin:0}
p{margin:0 0 16px}
a{color:var(--action);text-underline-offset:3px}
a:hover{text-decoration-thickness:3px}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{padding:0}
small,.small{font-size:16px;line-height:25px;color:var(--ink2)}
.choice{display:flex;gap:12px;align-items:flex-start;padding:12px 0;border-bottom:1px solid var(--rule);
min-height:52px;cursor:pointer}
.choice input{flex:none;width:28px;height:28px;margin:0;accent-color:var(--ink)}
.choice b,.choice small{display:block}
.choice:has(input:checked){background:var(--actionwash)}
b{font-weight:600}
.acts{display:flex;flex-wrap:wrap;gap:12px;margin-top:32px}
button{font:600 18px/28px Inter,system-ui,sans-serif;min-height:48px;padding:8px 20px;border-radius:4px;
border:2px solid var(--action);background:var(--action);color:#fff;cursor:pointer}
button:hover{background:var(--deep);border-color:var(--deep)}
button.second{background:#fff;color:var(--action)}
button.second:hover{background:var(--actionwash);color:var(--deep)}
a:focus-visible,button:focus-visible{outline:3px solid var(--ink);outline-offset:0;background:var(--focus);
color:var(--ink)}
input:focus-visible{outline:4px solid var(--focus);outline-offset:0;border-radius:50%;
box-shadow:0 0 0 6px var(--ink)}
.errors{border:4px solid var(--error);padding:16px;margin:0 0 32px}
.errors h2{margin-bottom:8px}
.errors p{margin:0}
.errors a,.wrong{color:var(--error);font-weight:600}
.field-error{border-left:5px solid var(--error);padding-left:16px}
dl{margin:0 0 24px}
dl div{display:grid;grid-template-columns:220px 1fr;gap:4px 16px;padding:12px 0;
border-bottom:1px solid var(--rule)}
dt{color:var(--ink2)}
dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.phones{list-style:none;margin:0;padding:0}
.phones li{display:flex;flex-wrap:wrap;gap:4px 24px;justify-content:space-between;align-items:center;
padding:16px 0;border-bottom:1px solid var(--rule)}
.phones p{margin:0}
.code{font-size:32px;line-height:44px;font-weight:600;font-variant-numeric:tabular-nums;user-select:all}
.code span+span{margin-left:12px}
.panel{background:var(--wash);padding:16px}
@media (max-width:640px){
body{font-size:17px;line-height:27px}
.strip{padding:6px 16px}
main,footer{padding-left:16px;padding-right:16px}
main{padding-top:24px}
h1{font-size:29px;line-height:40px}
dl div{grid-template-columns:1fr}
.acts{flex-direction:column}
small,.small,footer{font-size:15px;line-height:24px}}
@media print{.strip{background:none}.acts{display:none}}
"""

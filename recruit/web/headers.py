"""What every answer tells the browser: what it may load, keep and pass on."""

from flask import Flask, Response, g, request

POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
# Addresses that carry a token: nothing of them may travel with a click on a link.
WITH_TOKEN = ("nominate.", "answer.", "sign_in.", "interest.")


def install(app: Flask) -> None:
    @app.after_request
    def _add_headers(response: Response) -> Response:
        response.headers.update(ALWAYS)
        has_token = (request.endpoint or "").startswith(WITH_TOKEN)
        if has_token:
            response.headers["Referrer-Policy"] = "no-referrer"
        if request.endpoint != "static":
            response.vary.update(("Cookie", "HX-Request"))
            response.headers["Cache-Control"] = "no-store" if has_token or g.get("signed_in") else "no-cache"
        if app.config["PRODUCTION"]:
            response.headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
        return response

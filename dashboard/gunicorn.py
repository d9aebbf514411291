"""Settings of gunicorn: `gunicorn -c python:dashboard.gunicorn "dashboard.wsgi:server()"`."""

control_socket_disable = True
worker_class = "gthread"
threads = 4
timeout = 30
graceful_timeout = 10
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
limit_request_line = 8_190
limit_request_fields = 60
preload_app = False

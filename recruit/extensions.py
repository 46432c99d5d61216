"""The unbound parts that create_app wires: database, forms, mail, pages, languages."""

from flask_babel import Babel
from flask_mail import Mail
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from htmx_flask import Htmx

from recruit.links import Links
from recruit.seals import Seals
from recruit.storage import Base

db = SQLAlchemy(model_class=Base, disable_autonaming=True)
csrf = CSRFProtect()
mail = Mail()
htmx = Htmx()
migrate = Migrate()
babel = Babel()
links = Links()
seals = Seals()

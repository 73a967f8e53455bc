"""The workbench: a case in the browser. Each screen is one view model, shown as HTML, JSON, CSV and static pages."""

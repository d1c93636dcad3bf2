"""How Argo CD gets what the app defines: Applications, their Projects, and ApplicationSets."""

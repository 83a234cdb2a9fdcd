alter table identity.person drop column language, drop column theme;

-- A list of those alone in which life is at risk, in whatever order: they are few, and the list of all is long.
create index request_emergencies on cooperation.request (opened_at desc, thread desc) where emergency and not drill;

-- Emergencies that we told are read for each desk until the other State acknowledges them.
create index request_told on cooperation.request (opened_at, thread)
    where emergency and not drill and our_role = 'requesting' and state in ('Sent', 'Requested') and turn = 'THEIRS';

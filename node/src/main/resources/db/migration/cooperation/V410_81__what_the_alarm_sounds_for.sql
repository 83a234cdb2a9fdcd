-- What the alarm sounds for is read for each page.
create index request_alarm on cooperation.request (opened_at, thread)
    where emergency and our_role = 'requested' and state = 'Requested' and turn = 'OURS';

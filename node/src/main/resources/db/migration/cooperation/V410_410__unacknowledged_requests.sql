-- Whose aim is over and that nobody has acknowledged: read each half minute where a chain is to be told of them.
create index request_unacknowledged on cooperation.request (due, thread)
    where not emergency and our_role = 'requested' and state = 'Requested' and turn = 'OURS';

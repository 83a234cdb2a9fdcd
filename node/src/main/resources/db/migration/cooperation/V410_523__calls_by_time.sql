-- A search looks at the newest calls that belong to no request.
create index call_of_no_request on cooperation.call (at desc, id desc) where thread is null;

-- A request that was given back had kept the thread that it never opened, and could not be submitted again.
update cooperation.draft set thread = null where status = 'WRITING' and type = 'request' and thread is not null;

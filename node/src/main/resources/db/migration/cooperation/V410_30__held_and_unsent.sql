-- Acts of which the notice says that they have no entry yet.
alter table cooperation.request add column unsent text[] not null default '{}';

-- What is held for a request that is not decided, or that this node does not know, is nobody's step here (Art. 42(8)).
update cooperation.request p
   set turn = 'THEIRS', next = null, due = null
 where p.procedure like 'preservation/%' and p.state = 'Held' and p.turn = 'OURS'
   and (not exists (select from cooperation.follows f where f.preservation = p.thread)
        or exists (select from cooperation.follows f
                     join cooperation.request r on r.thread = f.thread
                    where f.preservation = p.thread
                      and r.state not in ('Refused', 'NoLongerRequired', 'Closed', 'Recalled')
                      and r.turn <> 'NOBODY'));

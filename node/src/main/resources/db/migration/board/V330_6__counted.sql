-- What stands on each board, counted as it comes and goes: whoever reads the list of boards, whom anybody may be, counts nothing.
create table board.entry_count (
    audience text        not null references board.feed on delete cascade,
    board    text        not null,
    standing bigint      not null,
    news     timestamptz not null,
    primary key (audience, board)
);

create table board.held_count (
    host     text        not null,
    audience text        not null,
    board    text        not null,
    standing bigint      not null,
    news     timestamptz not null,
    since    timestamptz not null,
    primary key (host, audience, board),
    foreign key (host, audience) references board.followed on delete cascade
);

insert into board.entry_count
select audience, board, count(*) filter (where standing), max(at) from board.entry group by audience, board;
insert into board.held_count
select host, audience, board, count(*) filter (where standing), max(at), min(taken)
  from board.held group by host, audience, board;

create function board.count_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into board.entry_count as c (audience, board, standing, news)
        values (new.audience, new.board, new.standing::int, new.at)
        on conflict (audience, board) do update
            set standing = c.standing + excluded.standing, news = greatest(c.news, excluded.news);
    elsif tg_op = 'UPDATE' then
        update board.entry_count
           set standing = standing + new.standing::int - old.standing::int, news = greatest(news, new.at)
         where audience = new.audience and board = new.board;
    else
        update board.entry_count set standing = standing - old.standing::int
         where audience = old.audience and board = old.board;
    end if;
    return null;
end
$$;
create trigger counted after insert or delete or update of standing, at on board.entry
    for each row execute function board.count_entry();

create function board.count_held() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into board.held_count as c (host, audience, board, standing, news, since)
        values (new.host, new.audience, new.board, new.standing::int, new.at, new.taken)
        on conflict (host, audience, board) do update
            set standing = c.standing + excluded.standing,
                news = greatest(c.news, excluded.news),
                since = least(c.since, excluded.since);
    elsif tg_op = 'UPDATE' then
        update board.held_count
           set standing = standing + new.standing::int - old.standing::int, news = greatest(news, new.at)
         where host = new.host and audience = new.audience and board = new.board;
    else
        update board.held_count set standing = standing - old.standing::int
         where host = old.host and audience = old.audience and board = old.board;
    end if;
    return null;
end
$$;
create trigger counted after insert or delete or update of standing, at on board.held
    for each row execute function board.count_held();

-- The newest that stand on one board, and of them those before everybody, without sorting all.
create index entry_newest on board.entry (board, at desc, k desc) where standing;
create index entry_newest_open on board.entry (board, at desc, k desc)
    where standing and split_part(audience, '-', 1) = 'public';
create index held_newest on board.held (host, board, at desc, k desc) where standing;
create index held_newest_open on board.held (host, board, at desc, k desc)
    where standing and split_part(audience, '-', 1) = 'public';

-- Open joint threads in which nothing was said for as long as the words of one that has ended stay, as found at the last daily look.
create table cooperation.quiet_joint (
    thread   text primary key,
    found_at timestamptz not null
);

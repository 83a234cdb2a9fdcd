-- Open joint threads in which nothing was said for as long as the words of one that has ended stay, and by which daily look. What
-- was written or held after it takes one off the list before the next look.
create table cooperation.quiet_joint (
    thread   text primary key,
    found_at timestamptz not null
);

-- A feed that is full is continued by one with a number: `public-2`. What stood under a word without a number is the first.
alter table board.feed drop constraint feed_audience_check;
alter table board.feed add constraint feed_audience_check
    check (audience ~ '^(participants|public)(-[2-9])?$');
alter table board.followed drop constraint followed_audience_check;
alter table board.followed add constraint followed_audience_check
    check (audience ~ '^(participants|public)(-[2-9])?$');

-- Of an item that was refused because one segment is not that of the signed manifest: which one, and the leaf of each in
-- the tree (SHA-256 of a zero byte and the segment).
alter table evidence.arrival
    add column altered_segment bigint,
    add column altered_signed  text,
    add column altered_came    text,
    add constraint arrival_altered check ((altered_segment is null) = (altered_signed is null)
                                          and (altered_segment is null) = (altered_came is null));

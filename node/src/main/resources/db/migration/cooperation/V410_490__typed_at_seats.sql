-- What a person in a seat typed stands in the form again, who goes back to it from what is to be signed.
alter table cooperation.seat_draft add column typed text;

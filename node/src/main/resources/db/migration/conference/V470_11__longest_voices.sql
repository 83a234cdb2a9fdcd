-- A voice is a State's code, a code of the treaty's table, the id of a participant (23 letters at most), or an observer's.
alter table conference.text_sponsor drop constraint text_sponsor_voice_check,
    add constraint text_sponsor_voice_check check (length(voice) between 2 and 23);
alter table conference.paragraph_comment drop constraint paragraph_comment_voice_check,
    add constraint paragraph_comment_voice_check check (length(voice) between 2 and 23);
alter table conference.statement drop constraint statement_voice_check,
    add constraint statement_voice_check check (length(voice) between 2 and 23);
alter table conference.speaker drop constraint speaker_voice_check,
    add constraint speaker_voice_check check (length(voice) between 2 and 23);
alter table conference.credential drop constraint credential_voice_check,
    add constraint credential_voice_check check (length(voice) between 2 and 23);
alter table conference.session_part drop constraint session_part_voice_check,
    add constraint session_part_voice_check check (length(voice) between 2 and 23);
alter table conference.objection drop constraint objection_voice_check,
    add constraint objection_voice_check check (length(voice) between 2 and 23);
alter table conference.follow_up drop constraint follow_up_who_check,
    add constraint follow_up_who_check check (length(who) between 2 and 23);

-- Keys of sessions have small letters alone; what a State typed in large ones came for no session.
update conference.session_part set session = lower(session) where session <> lower(session);

-- The needle rows are written in the same statement as the session's own row and events, and nowhere else: checking each of
-- them against that row again cost as much as writing it. The reports that the index was meant for aren't there yet.
alter table session_needle drop constraint session_needle_clinic_id_session_fkey;
drop index session_needle_site;

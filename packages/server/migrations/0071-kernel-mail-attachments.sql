-- Files that go along with a mail: a calendar file, a copy of a consent. Sealed like its text, and taken away with it.
alter table kernel_mail add column attachments_sealed text;

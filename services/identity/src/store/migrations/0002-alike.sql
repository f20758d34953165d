-- G3: second accounts of one person are looked up by birth date first.
create index persons_birth_date on persons (birth_date);

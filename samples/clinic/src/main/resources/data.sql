insert into owner (first_name, last_name, city) values ('Ada', 'Birch', 'Lund');
insert into owner (first_name, last_name, city) values ('Noor', 'Haddad', 'Gent');
insert into visit (owner_id, date, description) values (1, '2026-02-03', 'rabies shot');
insert into specialty (name) values ('surgery');
insert into specialty (name) values ('dentistry');
insert into vet (first_name, last_name) values ('Ines', 'Koch');
insert into vet (first_name, last_name) values ('Tom', 'Okafor');
insert into vet_specialties (vet_id, specialties_id) values (2, 1);

-- M14: the money of bookings. Invoices and postings are only ever added; a bill is the sum of its postings, kept for the lists.
create table invoice_numbers (city_id text not null, fiscal_year int not null, last int not null, primary key (city_id, fiscal_year));

create table bills (
  bill_id uuid primary key,
  reservation_id uuid not null unique,
  city_id text not null,
  person_id uuid not null,
  charged int not null,
  paid int not null,
  due_on date not null,
  invoice_id uuid not null
);
create index bills_of_city on bills (city_id, due_on, bill_id);
create index bills_owed on bills (city_id, due_on, bill_id) where charged > paid;
create index bills_to_refund on bills (city_id, due_on, bill_id) where charged < paid;

create table invoices (
  invoice_id uuid primary key,
  bill_id uuid not null,
  city_id text not null,
  fiscal_year int not null,
  nr int not null,
  doc jsonb not null,
  unique (city_id, fiscal_year, nr)
);
create index invoices_of_bill on invoices (bill_id);

create table postings (
  posting_id uuid primary key,
  bill_id uuid not null,
  city_id text not null,
  reservation_id uuid not null,
  kind text not null check (kind in ('issued', 'credited', 'received', 'refunded', 'reversed')),
  charged int not null default 0,
  paid int not null default 0,
  means text,
  at timestamptz not null,
  by_person uuid,
  invoice_id uuid,
  reverses uuid unique,
  note text,
  key text,
  check ((charged = 0) <> (paid = 0)),
  check ((kind = 'reversed') = (reverses is not null)),
  check ((paid <> 0) = (means is not null)),
  unique (bill_id, key)
);
create index postings_of_bill on postings (bill_id, at);
create index postings_of_city on postings (city_id, at, posting_id);

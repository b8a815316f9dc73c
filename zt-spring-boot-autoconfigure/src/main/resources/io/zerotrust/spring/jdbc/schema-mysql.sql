create table if not exists zt_baselines (
  baseline_name varchar(200) not null,
  generation bigint not null,
  chunk integer not null,
  content mediumblob not null,
  saved_at timestamp not null,
  primary key (baseline_name, generation, chunk)
);

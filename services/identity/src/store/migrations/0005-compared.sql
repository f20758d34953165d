-- How words are compared; domain/compared-text.ts says the same, and a test holds the two together.

-- M9: the mailbox an address names: capitals and quotes are how it is written.
create function plain_mail(mail text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(regexp_replace(mail, '^"(.*)"@', '\1@'), '\\(.)', '\1', 'g') collate "C");

-- Default-ignorable code points, variation selectors among them.
create function without_ignored(name text) returns text language sql immutable strict parallel safe
  return regexp_replace(name,
    '[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0'
    '\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]', '', 'g');

-- S9: two names that look alike.
create function visible_name(name text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(without_ignored(normalize(without_ignored(name), nfkc)),
    '[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]', '', 'g') collate "und-x-icu");

-- A column computed by the older key would keep it, so each is made anew.
alter table persons drop column name_key, drop column kana_key, drop column group_key;
alter table group_members drop column name_key;

-- T5, G1, G3: two ways to write one name.
create or replace function plain_name(name text) returns text language sql immutable strict parallel safe
  return translate(
    replace(replace(replace(replace(
      normalize(
        regexp_replace(normalize(visible_name(name), nfd),
          '[\u0300-\u036f.,=\u0027\u00b7\u02bc\u2010-\u2015\u2019\u2212\u30a0\u30fb-]', '', 'g'),
        nfc),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '髙﨑嵜碕𠮷邊邉齋齊斎嶋嶌濱濵澤瀧廣國學櫻眞惠榮龍圓實壽條來會萬與爲檜槇曾德黑黃靑淸冨峯舘鷗莊藏豐禮彌繩增藪籔靜瀨賴巢渕渊'
      || '穗稻亞應關觀勳薰曉劍劔兒收將晉愼總卷祕佛寶步萠每藥搖遙瑤樂凉凜綠曆亙栁杤桒熈煕彥嶽鐵銕𣘺𡈽舩靏鸖麵靈雙鹽đðøłıħŧ',
    '高崎崎崎吉辺辺斉斉斉島島浜浜沢滝広国学桜真恵栄竜円実寿条来会万与為桧槙曽徳黒黄青清富峰館鴎荘蔵豊礼弥縄増薮薮静瀬頼巣淵淵'
      || '穂稲亜応関観勲薫暁剣剣児収将晋慎総巻秘仏宝歩萌毎薬揺遥瑶楽涼凛緑暦亘柳栃桑熙熙彦岳鉄鉄橋土船鶴鶴麺霊双塩ddoliht');

alter table persons
  drop constraint persons_mail,
  drop constraint persons_mail_check,
  add column mail_key text not null generated always as (plain_mail(mail)) stored constraint persons_mail unique,
  add column name_key text not null generated always as (plain_name(name)) stored,
  add column kana_key text not null generated always as (plain_name(kana)) stored,
  add column group_key text generated always as (plain_name(group_name)) stored;
create index persons_name on persons (name_key text_pattern_ops);
create index persons_kana on persons (kana_key text_pattern_ops);
create index persons_group on persons (group_key text_pattern_ops);

alter table group_members add column name_key text not null generated always as (plain_name(name)) stored;
create index group_members_same on group_members (birth_date, name_key);

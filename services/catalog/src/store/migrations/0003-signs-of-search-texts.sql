-- The signs of domain/search-text.ts, for the texts that were folded without them.
create function fold_signs(text text) returns text language sql immutable parallel safe
return regexp_replace(
  translate(text,
    U&'\301C\3030\2053\223C\223E' || U&'\2010\2011\2012\2013\2014\2015\2043\2212\23AF\2500\2501\2796\30A0\02D7\058A',
    '~~~~~' || '---------------'),
  U&'(?<=[0-9a-z])\30FC(?=[0-9a-z])', '-', 'g');

update venues set search_text = fold_signs(search_text);

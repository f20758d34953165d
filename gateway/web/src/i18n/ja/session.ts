export const texts = {
  'ended-title': 'ログインが切れました',
  'ended-text':
    '安全のため、しばらく使わないとログインが切れます。入力した内容は残っています。もう一度ログインすると続きができます。',
  'replaced-title': '今は{name}さんがログインしています',
  'replaced-text':
    'このブラウザーの別のタブで、{name}さんがログインしました。入力した内容は残っています。これから送るものは、{name}さんとして受け付けます。',
  'replaced-go-on': '{name}さんとして続ける',
  'replaced-log-in': 'ログインし直す',
  'staff-only-title': '職員の画面です',
  'staff-only-text': 'この画面は、市の職員だけが使えます。',
  'password-first-title': '新しいパスワードを決めてください',
  'password-first-text':
    '今のパスワードは仮のものか、古い決まりのものです。新しいパスワードを決めると、続きができます。',
}

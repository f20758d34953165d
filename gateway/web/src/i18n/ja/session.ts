export const texts = {
  'ended-title': 'ログインが切れました',
  'ended-text':
    '安全のため、しばらく使わないとログインが切れます。入力した内容は残っています。もう一度ログインすると続きができます。',
  'replaced-title': '今は{name}さんがログインしています',
  'replaced-text':
    'このブラウザーの別のタブで、{name}さんがログインしました。入力した内容は残っています。これから送るものは、{name}さんとして受け付けます。',
  'replaced-go-on': '{name}さんとして続ける',
  'replaced-log-in': 'ログインし直す',
}

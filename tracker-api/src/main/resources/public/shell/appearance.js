// Before the first paint, so that nothing flashes: the theme and the language that the reader chose here.
(function () {
  const root = document.documentElement;
  const theme = localStorage.getItem('theme');
  root.dataset.theme = theme === 'light' || theme === 'dark' ? theme : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const language = localStorage.getItem('language');
  if (language === 'zh' || language === 'en') {
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
  }
})();

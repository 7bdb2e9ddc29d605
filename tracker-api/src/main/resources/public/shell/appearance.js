// Before the first paint, so that nothing flashes: the theme and the language that the reader chose here.
(function () {
  const root = document.documentElement;
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') {
    root.dataset.theme = theme;
  }
  const language = localStorage.getItem('language');
  if (language === 'zh' || language === 'en') {
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
  }
})();

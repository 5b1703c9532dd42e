// The daemon's own page: the dashboard speaks the browser's language there.
import './mining-dashboard';

document.querySelector('mining-dashboard')!.lang = navigator.language;

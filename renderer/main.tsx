import "./theme/tokens.css";
import "./theme/fonts.css";
import "./theme/base.css";

/** How the registry writes down lists of letters, and the lists several languages share. */

/** Letters, marks or clusters written in one string, apart by spaces. */
export const list = (spaced: string): readonly string[] => spaced.split(" ");

/** The 26 letters, all that RPA Hmong and Iu Mien need. */
export const BASIC_LATIN = list("a b c d e f g h i j k l m n o p q r s t u v w x y z");

/** Vietnamese with its tones; all have code points of their own. */
export const VIETNAMESE = list(
  "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ g h i ì ỉ ĩ í ị k l m n o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p q r s t u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v x y ỳ ỷ ỹ ý ỵ",
);

/** Vietnamese with f j w: the Tày-Nùng plan of 1961. */
export const TAY_NUNG = list(
  "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y à ả ã á ạ ằ ẳ ẵ ắ ặ ầ ẩ ẫ ấ ậ è ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ",
);

/** No list of Xơ Đăng, Giẻ, Triêng or Brâu letters was found: neighbouring North Bahnaric and Vietnamese letters together. */
export const NORTH_BAHNARIC_GUESS = list("a ă â b c d đ e ĕ ê g h i ĭ j k l m n o ŏ ô ơ p q r s t u ŭ ư v w x y z");
export const NORTH_BAHNARIC_GUESS_MARKS = list("\u0301 \u0300 \u0303 \u0306");

/** The whole Cham block. */
export const CHAM = list(
  "ꨀ ꨁ ꨂ ꨃ ꨄ ꨅ ꨆ ꨇ ꨈ ꨉ ꨊ ꨋ ꨌ ꨍ ꨎ ꨏ ꨐ ꨑ ꨒ ꨓ ꨔ ꨕ ꨖ ꨗ ꨘ ꨙ ꨚ ꨛ ꨜ ꨝ ꨞ ꨟ ꨠ ꨡ ꨢ ꨣ ꨤ ꨥ ꨦ ꨧ ꨨ ꩀ ꩁ ꩂ ꩄ ꩅ ꩆ ꩇ ꩈ ꩉ ꩊ ꩋ",
);
export const CHAM_MARKS = list(
  "\uaa29 \uaa2a \uaa2b \uaa2c \uaa2d \uaa2e \uaa2f \uaa30 \uaa31 \uaa32 \uaa33 \uaa34 \uaa35 \uaa36 \uaa43 \uaa4c \uaa4d",
);

/** All letters of the Tai Viet block in use. */
export const TAI_VIET = list(
  "ꪀ ꪁ ꪂ ꪃ ꪄ ꪅ ꪆ ꪇ ꪈ ꪉ ꪊ ꪋ ꪌ ꪍ ꪎ ꪏ ꪐ ꪑ ꪒ ꪓ ꪔ ꪕ ꪖ ꪗ ꪘ ꪙ ꪚ ꪛ ꪜ ꪝ ꪞ ꪟ ꪠ ꪡ ꪢ ꪣ ꪤ ꪥ ꪦ ꪧ ꪨ ꪩ ꪪ ꪫ ꪬ ꪭ ꪮ ꪯ ꪱ ꪵ ꪶ ꪹ ꪺ ꪻ ꪼ ꪽ ꫀ ꫂ",
);
export const TAI_VIET_MARKS = list("\uaab0 \uaab2 \uaab3 \uaab4 \uaab7 \uaab8 \uaabe \uaabf \uaac1");

/** Which words can be Vietnamese: the initials, rhymes and tones of the standard spelling. */

const INITIALS = "ngh|ng|nh|n|ch|c|gh|gi|g|kh|k|ph|p|th|tr|t|b|d|đ|h|l|m|r|s|v|x";
const RHYMES = (
  "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et " +
  "ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang " +
  "oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt " +
  "ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uơt uy " +
  "uya uych uyên uyêt uynh uyn uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
)
  .split(" ")
  .join("|");
/** After qu the u of the rhyme is written once. */
const RHYMES_OF_QU =
  "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây|e|en|eo|et|ê|êch|ên|êt|i|inh|it|ơ|ơi|ơn|ơt|y|ych|yên|yêt|ynh|yt|ôc";

const SYLLABLE = new RegExp(`^(?:(?:${INITIALS})?(?:${RHYMES})|qu(?:${RHYMES_OF_QU}))$`);
const STOPPED = /(?:c|ch|p|t)$/;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Whether a word, in any case and composition, can be a Vietnamese syllable: letters that go together, one tone at most, and only
 * the sharp or the heavy tone before c, ch, p, t.
 */
export function isVietnameseSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize("NFD");
  const tones = parts.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const toneless = parts.replace(TONE, "").normalize("NFC");
  if (!SYLLABLE.test(toneless)) return false;
  return !STOPPED.test(toneless) || tones[0] === "\u0301" || tones[0] === "\u0323";
}

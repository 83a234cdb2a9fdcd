package org.comity.sealing.letter;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;
import org.comity.proof.form.NormalForm;

/**
 * Shapes Arabic by ICU, and puts its vowel signs back upon their letters: ICU makes each a sign that stands beside them,
 * with room of its own.
 */
final class MarkedArabic implements BidiReorderer {

    /** A sign that stands alone, or on a stroke that joins. */
    private static final Pattern BESIDE = Pattern.compile("[\\uFE70-\\uFE7F]");

    private static final Pattern DOUBLED =
            Pattern.compile("\u0651([\u064C-\u0650\u0670])|([\u064C-\u0650\u0670])\u0651");

    /** Shadda with each of those, as one sign; our fonts have them all. */
    private static final String AFTER_SHADDA = "\u064C\u064D\u064E\u064F\u0650\u0670";

    private static final int SHADDA_WITH = 0xFC5E;

    private final BidiReorderer icu = new ICUBidiReorderer();

    @Override
    public String shapeText(String text) {
        var upon = BESIDE.matcher(icu.shapeText(text)).replaceAll(it -> sign(it.group()));
        return DOUBLED.matcher(upon).replaceAll(it -> doubled(it.group(1) == null ? it.group(2) : it.group(1)));
    }

    private static String sign(String beside) {
        var plain = NormalForm.of(beside, Form.NFKC);
        return plain.substring(plain.length() - 1);
    }

    private static String doubled(String vowel) {
        return Character.toString(SHADDA_WITH + AFTER_SHADDA.indexOf(vowel));
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        return icu.reorderRTLTextToLTR(text);
    }

    @Override
    public String deshapeText(String text) {
        return icu.deshapeText(text);
    }

    @Override
    public boolean isLiveImplementation() {
        return icu.isLiveImplementation();
    }
}

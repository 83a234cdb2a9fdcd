package org.comity.ui;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a template writes. Words of others stand on a page in the order in which they were written: a letter that turns
 * the letters after it is shown as such, wherever a template writes it. What somebody typed goes back into its field as it was.
 * On a page that runs from right to left each reference, number and address keeps its own direction, whichever sentence holds it.
 */
public final class HarmlessOutput extends OwaspHtmlTemplateOutput {

    private static final Set<String> AS_IT_IS = Set.of("value", "href", "src", "action", "formaction", "srcdoc");

    /** What stands in them is no markup, or reads from left to right as a whole. */
    private static final Set<String> NOT_ISOLATED = Set.of(
            "textarea", "title", "option", "script", "style", "bdi", "code", "pre", "kbd", "text", "tspan", "desc");

    private final boolean rightToLeft;
    private @Nullable String tag;
    private @Nullable String attribute;

    public HarmlessOutput(TemplateOutput out) {
        this(out, false);
    }

    public HarmlessOutput(TemplateOutput out, boolean rightToLeft) {
        super(out);
        this.rightToLeft = rightToLeft;
    }

    @Override
    public void setContext(@Nullable String tag, @Nullable String attribute) {
        this.tag = tag;
        this.attribute = attribute;
        super.setContext(tag, attribute);
    }

    @Override
    public void writeUserContent(@Nullable String text) {
        if (text != null && rightToLeft && attribute == null && !NOT_ISOLATED.contains(String.valueOf(tag))) {
            writeContent(SafeHtml.runsIsolated(text));
        } else {
            super.writeUserContent(text == null || asItIs() ? text : HarmlessText.unturned(text));
        }
    }

    private boolean asItIs() {
        return attribute == null ? "textarea".equals(tag) : AS_IT_IS.contains(attribute);
    }
}

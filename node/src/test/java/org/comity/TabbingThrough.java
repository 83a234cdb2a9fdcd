package org.comity;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through the pages of one browser by the Tab key, and finds what is not reached, or not seen to be. */
final class TabbingThrough {

    /** The controls around what a page says, one like the other; null where no link skips them. */
    private static final String FRAME = """
            () => document.querySelector('body > a.skip[href="#main"]') && document.getElementById('main')
                && [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                    .filter(it => !it.closest('main'))
                    .map(it => [it.tagName, it.type, it.className, it.tabIndex, it.disabled,
                        it.checkVisibility({visibilityProperty: true})])
                    .join()""";

    /** Marks what the focus reaches; those of a group of radio buttons count as one. */
    private static final String COUNT_TABS = """
            skips => { document.addEventListener('focusin', e => { e.target.dataset.reached = '';
                        const style = getComputedStyle(e.target);
                        if (style.outlineStyle === 'none' && style.boxShadow === 'none') e.target.dataset.unseen = ''; });
                const within = skips ? document.getElementById('main') : document;
                // A date is one field and several stops.
                return within.querySelectorAll('a[href], button, input, select, textarea, summary').length
                    + 5 * within.querySelectorAll('input[type=date], input[type=time], input[type=datetime-local]').length; }""";

    private static final String UNREACHED = """
            skips => [...(skips ? document.getElementById('main') : document)
                    .querySelectorAll('a[href], button, input, select, textarea, summary')]
                .filter(it => it.checkVisibility({visibilityProperty: true}) && !it.disabled && it.tabIndex >= 0)
                .filter(it => it.dataset.unseen !== undefined || it.dataset.reached === undefined
                    && !(it.type === 'radio' && document.querySelector(`input[name="${it.name}"][data-reached]`)))
                .map(it => it.outerHTML)""";

    /** Pressed and not let go: what it does, it does when it is pressed. */
    private static final JsonObject TAB = JsonParser.parseString(
                    "{type: rawKeyDown, key: Tab, code: Tab, windowsVirtualKeyCode: 9}")
            .getAsJsonObject();

    private static final JsonObject ENTER = JsonParser.parseString(
                    "{type: keyDown, key: Enter, code: Enter, windowsVirtualKeyCode: 13, text: '\\r'}")
            .getAsJsonObject();

    private final Page page;
    private final CDPSession devtools;

    /** Bar and menu are gone through on each page, and not on the first alone. */
    private final boolean full;

    /** Bars and menus gone through. */
    private final Set<String> frames = new HashSet<>();

    TabbingThrough(Page page, CDPSession devtools, boolean full) {
        this.page = page;
        this.devtools = devtools;
        this.full = full;
    }

    /**
     * Controls of this page that Tab does not come upon; what watches it is script of our own, which must be able to run. Bar and
     * menu that were gone through already are skipped, as one skips them: by the first link of the page.
     */
    List<?> unreached() {
        var frame = (String) page.evaluate(FRAME);
        boolean skips = !full && frame != null && !frames.add(frame);
        if (skips) {
            presses(TAB);
            presses(ENTER);
        }
        var able = (Integer) page.evaluate(COUNT_TABS, skips);
        for (int i = 0; i < able + 3; i++) {
            presses(TAB);
        }
        return (List<?>) page.evaluate(UNREACHED, skips);
    }

    private void presses(JsonObject key) {
        devtools.send("Input.dispatchKeyEvent", key.deepCopy());
    }
}

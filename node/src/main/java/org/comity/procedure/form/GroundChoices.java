package org.comity.procedure.form;

import java.util.ArrayList;
import java.util.List;
import org.comity.convention.Mark;
import org.comity.convention.ProcedureLaw;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;

/**
 * Offers grounds of an instrument in its order, then the State's own words, with what a closed list says of those.
 *
 * @param name of the procedure, as messages have it
 */
public record GroundChoices(String name, ProcedureLaw law, Words words) {

    public List<Choice> of(List<ProcedureLaw.Ground> some, Language language) {
        var grounds = new ArrayList<Choice>();
        some.forEach(it -> grounds.add(new Choice(it.code(), it.text().in(language.tag()), rests(it, language))));
        grounds.add(Choice.of(
                "other",
                law.closed()
                        ? words.say(language, "basis.other-closed", "ref", law.closedBy())
                        : words.say(language, name + ".option.ground.other")));
        return grounds;
    }

    private String rests(ProcedureLaw.Ground ground, Language language) {
        if (law.practice(ground)) {
            return words.say(language, "basis.mark.PRACTICE");
        }
        return ground.mark() == Mark.RECALLED
                ? ground.ref() + " · " + words.say(language, "basis.mark.RECALLED")
                : ground.ref();
    }
}

package org.comity.casework.offices;

import org.comity.casework.OfficesByProgram;
import org.comity.casework.offices.Passage.End;
import org.comity.casework.offices.PassingToOffice.TypedPassage;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Does for programs what the pages of desk and office do; what is wrong with a field is thrown with its name. */
@Component
class PassingByProgram implements OfficesByProgram {

    private static final String DONE = "done";
    private static final String NOT_OURS = "not-ours";

    private final PassingToOffice passing;
    private final OfficeDesk desk;

    PassingByProgram(PassingToOffice passing, OfficeDesk desk) {
        this.passing = passing;
        this.desk = desk;
    }

    @Override
    public Passed passed(String reference, Official by) {
        var view = passing.view(reference, TypedPassage.NOTHING, FormProblems.NONE, by);
        return new Passed(
                view.row().reference(),
                view.possible(),
                view.lines().stream().map(it -> json(it.passage(), it.late())).toList(),
                view.fits().stream()
                        .map(it -> new FitJson(it.office().id(), it.places(), it.matters()))
                        .toList());
    }

    @Override
    public Passed pass(String reference, String office, String asked, String aim, Official by, Language language) {
        var typed = new TypedPassage(office, TypedText.clean(asked), TypedText.clean(aim));
        OfficeRefused.mustBeRight(passing.pass(reference, typed, by, language));
        return passed(reference, by);
    }

    @Override
    public Passed takeBack(String reference, long passage, Official by, Language language) {
        passing.takeBack(reference, passage, by, language);
        return passed(reference, by);
    }

    @Override
    public Passed noted(String reference, Official by) {
        passing.noted(reference, by);
        return passed(reference, by);
    }

    @Override
    public void giveBack(String reference, String how, String note, Official by, Language language) {
        if (!how.equals(DONE) && !how.equals(NOT_OURS)) {
            throw OfficeRefused.field("how");
        }
        var end = how.equals(DONE) ? End.DONE : End.NOT_OURS;
        OfficeRefused.mustBeRight(desk.giveBack(reference, end, TypedText.clean(note), by, language));
    }

    static PassageJson json(Passage it, boolean late) {
        return new PassageJson(
                it.id(),
                it.office(),
                it.asked(),
                it.aim(),
                it.passedAt(),
                it.ownAim(),
                late,
                it.end() == null ? null : it.end().name(),
                it.note(),
                it.endedAt(),
                it.unread());
    }
}

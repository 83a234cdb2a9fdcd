package org.comity.seat;

import java.util.List;
import java.util.Locale;
import org.comity.casework.JointFromSeats;
import org.comity.directory.Directory;
import org.comity.procedure.ActForms;
import org.comity.procedure.form.ClockChoices;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/** What a person in a seat sees of the joint threads into which the authority was asked at this node. */
@Component
@Transactional(readOnly = true)
class SeatJointThreads {

    private final JointFromSeats joint;
    private final SpeakingFromSeats speaking;
    private final WaitingForPasskeys waiting;
    private final Directory directory;

    SeatJointThreads(
            JointFromSeats joint, SpeakingFromSeats speaking, WaitingForPasskeys waiting, Directory directory) {
        this.joint = joint;
        this.speaking = speaking;
        this.waiting = waiting;
        this.directory = directory;
    }

    /** @param lines in which the authority has a part now, @param past whether it had one in others */
    record Now(List<SeatPagesView.Line> lines, boolean past) {}

    Now now(SeatOfPerson seat, Locale locale) {
        if (!seat.confirmed()) return new Now(List.of(), false);
        var now = joint.now(seat.authority(), Language.of(locale));
        return new Now(now.lines().stream().map(SeatJointThreads::line).toList(), now.past());
    }

    SeatPagesView.Past page(SeatOfPerson seat, String after, Locale locale) {
        if (!seat.confirmed()) throw SeatRefused.unknown();
        var page = joint.page(seat.authority(), after, Language.of(locale));
        return new SeatPagesView.Past(
                page.lines().stream().map(SeatJointThreads::line).toList(), page.older());
    }

    private static SeatPagesView.Line line(JointFromSeats.Line it) {
        return new SeatPagesView.Line(
                it.thread(), it.reference(), it.subject(), it.procedure(), it.state(), it.drill());
    }

    SeatPagesView.InThread thread(SeatOfPerson seat, String thread, Locale locale) {
        if (!seat.confirmed()) throw SeatRefused.unknown();
        var found = joint.read(thread, seat.authority(), Language.of(locale)).orElseThrow(SeatRefused::unknown);
        var offered = speaking.offered(seat, thread);
        return new SeatPagesView.InThread(
                line(found.line()),
                SeatController.place(directory, seat, locale),
                found.parties(),
                found.acts().stream()
                        .map(it -> new SeatPagesView.Said(
                                it.act(),
                                it.n(),
                                it.headline(),
                                it.from(),
                                it.at(),
                                it.recorded(),
                                it.sections(),
                                it.files(),
                                it.kept()))
                        .toList(),
                found.offered().stream()
                        .filter(it -> offered.contains(it.value()))
                        .toList(),
                "",
                waiting.in(seat, thread, locale),
                List.of());
    }

    SeatPagesView.Form form(
            SeatOfPerson seat,
            String thread,
            String type,
            KeepingSeatActs.TypedSeatAct typed,
            FormProblems problems,
            Locale locale) {
        mayNow(seat, thread, type);
        var form = joint.form(thread, seat.authority(), type, Language.of(locale));
        var own = directory.get(seat.authority());
        return new SeatPagesView.Form(
                line(form.line()),
                type,
                form.title(),
                form.about(),
                form.fields(),
                typed.values(),
                typed.files(),
                "",
                ClockChoices.of(Language.of(locale), own),
                problems);
    }

    ActForms.Written read(SeatOfPerson seat, String thread, String type, MultiValueMap<String, String> form) {
        mayNow(seat, thread, type);
        return joint.read(thread, seat.authority(), type, form);
    }

    FormProblems problems(String thread, String type, ActForms.Written written) {
        return joint.problems(thread, type, written);
    }

    private void mayNow(SeatOfPerson seat, String thread, String type) {
        if (!seat.confirmed()) throw SeatRefused.unknown();
        var now = speaking.offered(seat, thread);
        if (now.isEmpty()) throw SeatRefused.unknown();
        if (!now.contains(type)) throw SeatRefused.notOffered();
    }
}

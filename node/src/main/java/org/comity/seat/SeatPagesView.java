package org.comity.seat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comity.casework.NoticesForSeats;
import org.comity.procedure.ActForms;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.JointThread;
import org.comity.proof.seat.SeatProof;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Capital;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.DayAlone;
import org.jspecify.annotations.Nullable;

/** Shows what a person sees from a seat: its threads, one of them, a form, an act before it is signed. */
public interface SeatPagesView {

    /**
     * Shows where a person begins.
     *
     * @param authority its name
     * @param provider it is a service provider, and its head says so
     * @param confirmed the person said that the key is theirs
     * @param notices of other rooms
     * @param opens procedures, as the messages name them, of which a thread can be opened
     * @param full as many are being written as may be
     * @param begun what is being written to open one, by the thread
     * @param waiting what wants another passkey, in any thread or to open one
     * @param places pages of other rooms for persons in seats: address and name
     */
    record Home(
            String person,
            String authority,
            boolean provider,
            boolean confirmed,
            ThreadsByTurn threads,
            List<NoticesForSeats.Notice> notices,
            List<String> opens,
            boolean full,
            List<Choice> begun,
            List<Waits> waiting,
            List<Choice> places) {}

    /**
     * @param groups by who acts next; none that is empty
     * @param more from where those go on in which the authority acts next; empty where there are no more
     * @param older from where the others go on, likewise
     */
    record ThreadsByTurn(List<OneTurn> groups, String more, String older) {
        public ThreadsByTurn {
            groups = List.copyOf(groups);
        }
    }

    /** @param whose {@code yours}, {@code host}, {@code nobody}, or {@code joint} of threads of any number of parties */
    record OneTurn(String whose, List<Waiting> lines) {}

    /**
     * @param lifeAtRisk it goes before all others
     * @param by when an answer is asked for, or else until when something is kept; null where neither is so
     * @param asked which of the two it is
     */
    record Waiting(Line line, boolean lifeAtRisk, @Nullable Instant by, boolean asked, Instant openedAt) {}

    /** @param lines of joint threads, @param older from where the next page goes on; empty where this is the last */
    record Past(List<Line> lines, String older) {}

    /** @param older from where the next page goes on; empty where this is the last */
    record Files(List<Choice> files, String older) {}

    /** @param yours whoever reads it has not approved it yet */
    record Waits(String act, String title, boolean yours) {}

    /** One of two, or a joint one. */
    record Line(String thread, String reference, String subject, String procedure, String state, boolean drill) {

        public String path() {
            return path(thread);
        }

        public boolean ofTwo() {
            return !JointThread.isNameOf(thread);
        }

        static String path(String thread) {
            return (JointThread.isNameOf(thread) ? "/seat/joint/" : "/seat/threads/") + thread;
        }
    }

    /** @param place the authority's, @param parties of a joint one, @param steps that the authority can take now, @param files where it adds files; empty where none can be handed over now, @param waiting acts that want another passkey, @param below what other rooms say of it */
    record InThread(
            Line line,
            Capital place,
            List<String> parties,
            List<Said> acts,
            List<Choice> steps,
            String files,
            List<Waits> waiting,
            List<Section> below) {}

    /** @param from a name, @param recorded as {@code paper.channel.…} words it, or null, @param kept what it says is here still */
    record Said(
            String act,
            @Nullable Long n,
            String headline,
            String from,
            Instant at,
            @Nullable String recorded,
            List<Section> sections,
            List<Attachment> files,
            boolean kept) {

        public boolean dayAlone() {
            return SeatPagesView.dayAlone(recorded, at);
        }
    }

    /** It came on paper or by phone, and of its time the day alone was written down. */
    private static boolean dayAlone(@Nullable String recorded, Instant at) {
        return recorded != null && !recorded.equals(SeatProof.SEAT) && DayAlone.is(at);
    }

    /** Names a file that goes with an act that is not sent yet, @param sha256 of the file as it is */
    record Enclosed(String name, long size, String sha256) {}

    /** @param reference of its thread; empty of a key that was given, @param recorded by which way it came, or null */
    record Recorded(
            String act,
            String reference,
            String headline,
            Instant at,
            @Nullable String recorded) {

        public boolean dayAlone() {
            return SeatPagesView.dayAlone(recorded, at);
        }
    }

    /** @param older the place from which the next page goes on; empty where this is the last */
    record RecordedPage(List<Recorded> acts, String older) {}

    /** @param before the place at which this page begins, @param waiting what wants another officer's passkey, @param marked acts, as typed */
    record Records(
            RecordedPage page,
            String before,
            List<Waits> waiting,
            List<String> marked,
            String text,
            FormProblems problems) {

        public List<Recorded> acts() {
            return page.acts();
        }
    }

    /** @param files names of those that were chosen and have to be chosen again, @param adding where files of any size are added; empty of an act that hands over none */
    record Form(
            Line line,
            String type,
            String title,
            String about,
            List<ActForms.Field> fields,
            org.comity.paper.TypedValues typed,
            Set<String> files,
            String adding,
            List<Choice> zones,
            FormProblems problems) {}

    /** @param back to the form, the thread, or the list: the path and the message that says so, @param place the authority's, @param recorded the sentence of R157, @param items that it hands over, @param needed passkeys, @param given so far, @param mine this seat may approve now, @param practice its passkey is one of practice that this node keeps */
    // More than twelve: what is signed, who may sign it, and the way back to the form.
    record Preview(
            String act,
            Choice back,
            Capital place,
            String headline,
            String recorded,
            List<Section> sections,
            List<Enclosed> files,
            List<ListOfFiles.Line> items,
            String options,
            int needed,
            int given,
            boolean mine,
            boolean practice,
            FormProblems problems) {}
}

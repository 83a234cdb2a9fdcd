package org.comity.operator;

import java.security.Principal;
import java.util.List;
import org.comity.directory.EntryRefused;
import org.comity.directory.ParticipantEntry;
import org.comity.ui.Flash;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The directory for people's eyes, and the desk of those who admit. */
@Profile("operator")
@Controller
class OperatorController {

    private final PublishingLists publishing;
    private final ReadingSubmissions submissions;
    private final CollatingSubmissions collating;
    private final OperatorSettings settings;

    OperatorController(
            PublishingLists publishing,
            ReadingSubmissions submissions,
            CollatingSubmissions collating,
            OperatorSettings settings) {
        this.publishing = publishing;
        this.submissions = submissions;
        this.collating = collating;
        this.settings = settings;
    }

    @GetMapping("/")
    String directory(Model model) {
        return show(model, false);
    }

    @GetMapping("/admissions")
    String admissions(Model model) {
        return show(model, true);
    }

    @PostMapping("/admissions/{id}/{hash}/admit")
    String admit(@PathVariable String id, @PathVariable String hash, Principal person) {
        collating.admit(id, hash, person.getName());
        return "redirect:/admissions";
    }

    @PostMapping("/admissions/{id}/{hash}/refuse")
    String refuse(@PathVariable String id, @PathVariable String hash, Principal person) {
        collating.refuse(id, hash, person.getName());
        return "redirect:/admissions";
    }

    /** What cannot be done as things stand is said above the list that it is about. */
    @ExceptionHandler
    String refused(EntryRefused refused, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "flash",
                Flash.warned("error." + refused.code(), "id", refused.facts().getOrDefault("id", "")));
        return "redirect:/admissions";
    }

    private String show(Model model, boolean mayAdmit) {
        var newest = publishing.newest().list();
        model.addAttribute(
                "directory",
                new OperatorView(
                        publishing.root().name(),
                        publishing.root().id(),
                        newest.sequence(),
                        newest.issued(),
                        newest.validUntil(),
                        rows(submissions.admitted()),
                        rows(submissions.waiting()),
                        settings.nodes(),
                        mayAdmit,
                        settings.twoPersons() && settings.people().size() < 2));
        return "operator/directory";
    }

    private static List<OperatorView.Row> rows(List<Submissions.Submission> submissions) {
        return submissions.stream().map(OperatorController::row).toList();
    }

    private static OperatorView.Row row(Submissions.Submission submission) {
        ParticipantEntry entry = submission.signed().entry();
        return new OperatorView.Row(
                entry.id(),
                entry.state().code(),
                entry.names(),
                entry.capitals(),
                entry.zone(),
                entry.functions().getOrDefault("contact-point", ""),
                entry.languages(),
                entry.version(),
                entry.hash(),
                submission.submittedAt(),
                submission.firstBy());
    }
}

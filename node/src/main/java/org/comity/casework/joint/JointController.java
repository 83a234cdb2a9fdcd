package org.comity.casework.joint;

import java.util.Locale;
import java.util.Objects;
import org.comity.casework.CaseAccess;
import org.comity.casework.JointCases;
import org.comity.casework.JointThreadCard;
import org.comity.identity.ApprovalForm;
import org.comity.procedure.ActWriting.Written;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages of joint threads: the list, a new one, the thread, an act of it, and the second officer's decision. */
@Controller
@RequestMapping("/joint")
class JointController {

    private static final String THREAD = "/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}";
    static final String TYPE = THREAD + "/{type:[a-z][a-z-]{1,31}}";
    private static final int LONGEST_NOTE = 1000;

    /** The position before which the newest acts stand, however many there are. */
    private static final String NEWEST = "2147483647";

    private final ReadingJointThread reading;
    private final WritingPage page;
    private final WritingJointActs writing;
    private final SavingJointDraft saving;
    private final JointProcedures procedures;
    private final DecidingPage deciding;
    private final JointDraftGaps gaps;
    private final ContinuingJointThread goingOn;
    private final CaseAccess access;
    private final JointCases cases;
    private final JointNotices notices;
    private final RefusedForGood refused;
    private final ObjectProvider<JointThreadCard> beside;

    // More than eight: each gives or takes one part of these pages.
    JointController(
            ReadingJointThread reading,
            WritingPage page,
            WritingJointActs writing,
            SavingJointDraft saving,
            JointProcedures procedures,
            DecidingPage deciding,
            JointDraftGaps gaps,
            ContinuingJointThread goingOn,
            CaseAccess access,
            JointCases cases,
            JointNotices notices,
            RefusedForGood refused,
            ObjectProvider<JointThreadCard> beside) {
        this.refused = refused;
        this.beside = beside;
        this.reading = reading;
        this.page = page;
        this.writing = writing;
        this.saving = saving;
        this.procedures = procedures;
        this.deciding = deciding;
        this.gaps = gaps;
        this.goingOn = goingOn;
        this.access = access;
        this.cases = cases;
        this.notices = notices;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String after, Official by, Locale locale, Model model) {
        var page = cases.list(after, by, locale);
        model.addAttribute("list", reading.list(page, after.isEmpty(), by, Language.of(locale)));
        model.addAttribute("marks", notices.marks(by));
        return "casework/joint/list";
    }

    @GetMapping("/new")
    String begin(
            @RequestParam(defaultValue = "") String draft,
            @RequestParam(defaultValue = "") String continues,
            @RequestParam(defaultValue = "") String without,
            Official by,
            Locale locale,
            Model model) {
        access.mustWrite(by);
        var procedure = procedures.begun();
        var form = form("", procedure.id(), procedure.opening(), draft, FormProblems.NONE, Language.of(locale), model);
        if (draft.isEmpty() && !continues.isEmpty()) {
            cases.read(continues, by, locale);
            model.addAttribute(
                    "form", page.goingOn(procedure, goingOn.beginning(continues, without), Language.of(locale)));
        }
        return form;
    }

    @PostMapping("/new")
    String begun(
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        saving.mayBegin(form, by, locale);
        var procedure = procedures.begun();
        return posted("", procedure.id(), procedure.opening(), form, by, Language.of(locale), model, redirect);
    }

    @GetMapping(THREAD)
    String thread(
            @PathVariable String thread,
            @RequestParam(defaultValue = NEWEST) int before,
            Official by,
            Locale locale,
            Model model) {
        var joint = cases.read(thread, by, locale).found().joint();
        model.addAttribute(
                "beside",
                beside.orderedStream()
                        .flatMap(it -> it.beside(joint, by).stream())
                        .toList());
        model.addAttribute("thread", reading.page(thread, before, by, Language.of(locale)));
        model.addAttribute("command", cases.command(thread));
        // Of older stretches nobody reads there what was refused lately.
        if (access.mayWrite(by) && before == Integer.MAX_VALUE) refused.read(thread);
        return "casework/joint/thread";
    }

    @GetMapping(TYPE)
    String act(
            @PathVariable String thread,
            @PathVariable String type,
            @RequestParam(defaultValue = "") String draft,
            Official by,
            Locale locale,
            Model model) {
        access.mustWrite(by);
        return form(
                thread, reading.procedure(thread, type), type, draft, FormProblems.NONE, Language.of(locale), model);
    }

    @PostMapping(TYPE)
    String written(
            @PathVariable String thread,
            @PathVariable String type,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        return posted(thread, reading.procedure(thread, type), type, form, by, Language.of(locale), model, redirect);
    }

    private String form(
            String thread,
            String procedure,
            String type,
            String draft,
            FormProblems problems,
            Language language,
            Model model) {
        var known = draft.isEmpty() ? null : writing.of(draft, thread, type);
        model.addAttribute("form", page.page(thread, procedure, type, known, problems, language));
        return "casework/joint/form";
    }

    private String posted(
            String thread,
            String procedure,
            String type,
            MultiValueMap<String, String> form,
            Official by,
            Language language,
            Model model,
            RedirectAttributes redirect) {
        var draft = saving.save(thread, procedure, type, form, by);
        var problems = page.problems(
                thread, procedure, type, new Written(draft.body(), draft.facts()), draft.invites(), draft.convention());
        if (problems.any() && !form.containsKey("leave")) {
            return form(thread, procedure, type, draft.id(), problems, language, model);
        }
        if (form.containsKey("leave")) {
            redirect.addFlashAttribute("flash", Flash.done("joint.left"));
            return "redirect:/joint" + (thread.isEmpty() ? "" : "/" + thread);
        }
        return "redirect:/joint/drafts/" + draft.id();
    }

    @GetMapping("/drafts/{id}")
    String decision(@PathVariable String id, Official by, Locale locale, Model model) {
        access.mustRead(by);
        model.addAttribute("draft", deciding.page(id, by, Language.of(locale), FormProblems.NONE));
        model.addAttribute("gaps", gaps.of(id, Language.of(locale)));
        return "casework/joint/decision";
    }

    @PostMapping("/drafts/{id}/submit")
    String submit(@PathVariable String id, Official by, Locale locale, Model model, RedirectAttributes redirect) {
        access.mustWrite(by);
        var draft = writing.get(id);
        var said = new Written(draft.body(), draft.facts());
        var thread = Objects.requireNonNullElse(draft.thread(), "");
        var problems =
                page.problems(thread, draft.procedure(), draft.type(), said, draft.invites(), draft.convention());
        if (problems.any()) {
            return form(thread, draft.procedure(), draft.type(), id, problems, Language.of(locale), model);
        }
        writing.submit(id, by);
        boolean alone =
                deciding.page(id, by, Language.of(locale), FormProblems.NONE).mayApprove();
        redirect.addFlashAttribute("flash", Flash.done(alone ? "joint.submitted.one" : "joint.submitted"));
        return "redirect:/joint/drafts/" + id;
    }

    @PostMapping("/drafts/{id}/approve")
    String approve(@PathVariable String id, ApprovalForm approval, Official by, RedirectAttributes redirect) {
        access.mustRead(by);
        var draft = writing.approve(id, approval.proof(), by);
        redirect.addFlashAttribute("flash", Flash.done("joint.sent"));
        return "redirect:/joint/" + draft.thread();
    }

    @PostMapping("/drafts/{id}/return")
    String giveBack(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String why,
            Official by,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        access.mustRead(by);
        var clean = TypedText.clean(why);
        if (clean.isEmpty() || clean.length() > LONGEST_NOTE) {
            var problems = FormProblems.NONE.with("why", "joint.needed.why");
            model.addAttribute("draft", deciding.page(id, by, Language.of(locale), problems));
            model.addAttribute("why", clean);
            return "casework/joint/decision";
        }
        writing.giveBack(id, clean, by);
        redirect.addFlashAttribute("flash", Flash.done("joint.returned"));
        return "redirect:/joint/drafts/" + id;
    }

    @PostMapping("/drafts/{id}/discard")
    String discard(@PathVariable String id, Official by, RedirectAttributes redirect) {
        access.mustWrite(by);
        writing.discard(id, by);
        redirect.addFlashAttribute("flash", Flash.done("joint.discarded"));
        return "redirect:/joint";
    }
}

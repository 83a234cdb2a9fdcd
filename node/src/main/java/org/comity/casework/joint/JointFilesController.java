package org.comity.casework.joint;

import org.comity.casework.JointCases;
import org.comity.casework.TextDeleted;
import org.comity.proof.seal.Container;
import org.comity.thread.JointThreads;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.vocabulary.Official;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives the files of an act in a joint thread, from its sealed container; an authority at a seat may enclose some. */
@Controller
class JointFilesController {

    private final JointCases cases;
    private final JointThreads threads;

    JointFilesController(JointCases cases, JointThreads threads) {
        this.cases = cases;
        this.threads = threads;
    }

    @FileDownload
    @GetMapping("/joint/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}/acts/{act:[0-9a-f]{64}}/files/{name}")
    ResponseEntity<byte[]> file(
            @PathVariable String thread, @PathVariable String act, @PathVariable String name, Official by) {
        cases.readsPart(thread, by);
        threads.act(act)
                .filter(it -> it.envelope().thread().equals(thread))
                .map(JointThreads.KeptAct::forgottenAt)
                .ifPresent(it -> {
                    throw new TextDeleted(it);
                });
        var content = threads.container(act)
                .map(Container::read)
                .filter(it -> it.act().envelope().thread().equals(thread))
                .flatMap(it -> it.attachment(name))
                .orElseThrow(JointRefused::unknown);
        return FileAnswer.ofOthers(name, content);
    }
}

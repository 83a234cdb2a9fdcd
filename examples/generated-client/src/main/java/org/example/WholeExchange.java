package org.example;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.example.comity.ApiClient;
import org.example.comity.ApiException;
import org.example.comity.api.DraftsApi;
import org.example.comity.api.RequestsApi;
import org.example.comity.model.ApproveDraftRequest;
import org.example.comity.model.Draft;
import org.example.comity.model.DraftWish;
import org.example.comity.model.Identifier;
import org.example.comity.model.Preservation1Accept;
import org.example.comity.model.Preservation1Request;
import org.example.comity.model.StepWish;
import org.example.comity.model.SubmitDraftRequest;

/**
 * One State asks another to preserve data, the other accepts, and the first reads the answer: with the generated client and
 * nothing of Comity's.
 */
public final class WholeExchange {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private WholeExchange() {}

    /** @param arguments where XA's node is (without /api/v1, which stands in the paths), two tokens of its officials, then the same of XB */
    public static void main(String[] arguments) throws Exception {
        var asking = new Desk(arguments[0], arguments[1], arguments[2]);
        var asked = new Desk(arguments[3], arguments[4], arguments[5]);

        var reference = asking.leaves(asking.writer.drafts.draftRequest(key(), request()));
        asked.awaitState(reference, "Requested");
        asked.leaves(asked.writer.requests.draftAct(reference, key(), accept()));
        asking.awaitState(reference, "Accepted");

        var answer = asking.writer.requests.readRequest(reference).getActs().getLast();
        var body = (Map<?, ?>) answer.getBody();
        System.out.printf("%s: %s %s%n", reference, answer.getHeadline(), body.get("confidentiality"));
    }

    private static DraftWish request() {
        return new DraftWish()
                .procedure("preservation/1")
                .counterpart("XB-1")
                .body(new Preservation1Request()
                        .instrument(Preservation1Request.InstrumentEnum.UNCC)
                        .authority("Contact point of Aldoria")
                        .offences(Set.of(Preservation1Request.OffencesEnum._7))
                        .facts("An account was broken into.")
                        .dataClasses(Set.of(Preservation1Request.DataClassesEnum.TRAFFIC))
                        .identifiers(List.of(new Identifier().kind(Identifier.KindEnum.MAIL).value("pay-notice@mail.example")))
                        .link("The account was used from there.")
                        .necessity("Logs are deleted after 30 days.")
                        .custodian("Example Mail")
                        .intent(true)
                        .daysAsked(90));
    }

    private static StepWish accept() {
        return new StepWish()
                .type("accept")
                .body(new Preservation1Accept().confidentiality(Preservation1Accept.ConfidentialityEnum.CAN_KEEP));
    }

    /** The same wish sent again with its key is done once. */
    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** One official's program. */
    private record Program(DraftsApi drafts, RequestsApi requests) {

        static Program of(String address, String token) {
            var client = new ApiClient();
            client.updateBaseUri(address);
            client.setRequestInterceptor(it -> it.header("Authorization", "Bearer " + token));
            return new Program(new DraftsApi(client), new RequestsApi(client));
        }
    }

    /** Two officials of one State: one writes, the other approves. */
    private static final class Desk {

        private final Program writer;
        private final Program second;

        Desk(String address, String writer, String second) {
            this.writer = Program.of(address, writer);
            this.second = Program.of(address, second);
        }

        String leaves(Draft draft) throws ApiException {
            var submitted = writer.drafts.submitDraft(
                    draft.getId(), key(), new SubmitDraftRequest().version(draft.getVersion()));
            second.drafts.approveDraft(
                    draft.getId(), key(), new ApproveDraftRequest().method(ApproveDraftRequest.MethodEnum.PRACTICE));
            return submitted.getReference();
        }

        void awaitState(String reference, String state) throws ApiException, InterruptedException {
            var end = Instant.now().plus(PATIENCE);
            while (!stands(reference, state)) {
                if (Instant.now().isAfter(end)) throw new IllegalStateException(reference + " is not " + state);
                Thread.sleep(300);
            }
        }

        private boolean stands(String reference, String state) throws ApiException {
            return writer.requests.listRequests("all", null, null, null, null, reference, null, null).getRequests().stream()
                    .anyMatch(it -> state.equals(it.getState()));
        }
    }
}

package tracker.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contract that is checked in and served is the one that the code makes, and a valid document. */
class ContractTest {
    private static final Path SERVED = Path.of("src/main/resources/openapi.yml");
    private static final String COMMAND = "mvn -q test -pl tracker-api -am -Dtest=ContractTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dcontract.write=true";

    @Test
    void theContractIsTheCodes() throws IOException {
        String made = Contract.written(Contract.generated());
        if (Boolean.getBoolean("contract.write")) {
            Files.writeString(SERVED, made);
        }
        assertThat(Files.readString(SERVED))
                .as("openapi.yml is not what the code makes; look at the difference after%n    %s", COMMAND)
                .isEqualTo(made);
    }

    @Test
    void itIsAValidDocument() {
        // From a jar of Vert.x, which has the files of the OpenAPI initiative under their addresses.
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaMappers(
                        mappers -> mappers.mapPrefix("https://spec.openapis.org/", "classpath:spec.openapis.org/")));
        JsonNode document = Contract.served();

        assertThat(factory.getSchema(SchemaLocation.of("https://spec.openapis.org/oas/3.1/schema/2022-10-07"))
                        .validate(document))
                .isEmpty();
        ObjectNode broken = document.deepCopy();
        ((ObjectNode) broken.at("/info")).remove("title");
        assertThat(factory.getSchema(SchemaLocation.of("https://spec.openapis.org/oas/3.1/schema/2022-10-07"))
                        .validate(broken))
                .isNotEmpty();
    }

    @Test
    void everySchemaIsOne() {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        var meta = factory.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        Contract.served().at("/components/schemas").fields().forEachRemaining(schema -> assertThat(
                        meta.validate(schema.getValue()))
                .as(schema.getKey())
                .isEmpty());
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverySchemaIsUsed() {
        JsonNode document = Contract.served();
        Set<String> refs = new TreeSet<>();
        document.findValuesAsText("$ref", new ArrayList<>()).forEach(refs::add);
        Set<String> named = new TreeSet<>();
        document.at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name -> named.add("#/components/schemas/" + name));

        assertThat(refs)
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .isFalse());
        named.removeAll(refs);
        assertThat(named).isEmpty();
    }

    @Test
    void everyOperationHasItsOwnIdAndIsSaidInBothLanguages() {
        List<String> ids = new ArrayList<>();
        Contract.served()
                .path("paths")
                .forEach(path -> path.forEach(operation -> {
                    ids.add(operation.path("operationId").asText());
                    assertThat(operation.path("summary").asText())
                            .as(operation.path("operationId").asText())
                            .matches("(?s).*[\\u4e00-\\u9fff].* · .*[A-Za-z].*")
                            .doesNotContain("{");
                    assertThat(operation.path("description").asText()).contains("\n\n");
                }));

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(150);
    }

    @Test
    void everyOperationThatReadsABodyShowsOneThatFits() {
        JsonNode document = Contract.served();
        Validators validators = new Validators(document);
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    List<JsonNode> examples = new ArrayList<>();
                    boolean reads = operation.at("/requestBody/required").asBoolean();
                    for (JsonNode form : operation.at("/requestBody/content")) {
                        reads |= !form.path("schema").isEmpty();
                        form.path("examples").forEach(example -> {
                            examples.add(example);
                            if (example.path("value").isObject()) {
                                assertThat(validators.of(form.get("schema")).validate(example.get("value")))
                                        .as(operation.path("operationId").asText())
                                        .isEmpty();
                            }
                        });
                    }
                    assertThat(examples.isEmpty() && reads)
                            .as(
                                    "%s has a body and shows none; see src/test/resources/contract/examples.yml",
                                    operation.path("operationId"))
                            .isFalse();
                }));
    }
}

// In the shape of openapi-generator. Not to be edited.
package io.zerotrust.samples.clinic.api;

import java.time.LocalDate;

import jakarta.annotation.Generated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

@Generated("org.openapitools.codegen.languages.SpringCodegen")
public record VisitDto(@Nullable Integer id, @NotNull LocalDate date, @NotBlank String description) {
}

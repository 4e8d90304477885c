using ReflectionBot.Benchmarks;

// One program, several processes: what is measured never shares its memory and its processor time with what it is measured against.
return args switch
{
    ["far-side"] => await FarSide.RunAsync(),
    ["bare-api"] => await BareApi.RunAsync(),
    ["answering", var keys] => await AnsweringService.RunAsync(new Uri(keys)),
    ["load", var address, var token] => await Load.RunAsync(new Uri(address), token),
    ["row", .. var rest] => await Benchmark.RunRowAsync(Arguments.Parse(rest)),
    _ => await Benchmark.RunAsync(Arguments.Parse(args)),
};

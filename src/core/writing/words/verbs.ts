/**
 * What people do in stories, as base forms. Told apart are words that are hardly anything but verbs, and words that are
 * often nouns as well (`a list`, `the report`), which need more around them to be believed.
 */
const PLAIN = `
abandon accelerate accept accommodate accompany accomplish achieve acknowledge acquire activate adapt add
adhere adjust administer administrate admit adopt advertise affect aggregate agree align allocate allow alter
amend analyse analyze annotate announce anonymise anonymize anticipate apologise appear append apply appoint
appreciate approve arrange ask assemble assert assess assign assist associate assume attach attend attract
attribute authenticate authorise authorize automate avoid await bake be become begin behave believe belong
bind boil borrow bring browse build buy calculate calibrate capture carry catch categorise categorize
celebrate certify characterise choose cite clarify classify coach collaborate collapse collate collect
combine communicate compare compile complain compose comprehend compress compute conceal conclude configure
confirm connect consider consolidate construct consult consume contain continue contribute convert convey
coordinate correlate create criticise crowdfund curate customise customize deactivate deal debug decide
declare decline decompose decrypt deduplicate define delegate delete delineate deliver demonstrate deny
depend deploy deprecate deprovision derive describe deselect destroy detach detect determine develop diagnose
differentiate dig digitise digitize disable disallow disassociate discard disconnect discover discuss dismiss
dispose disseminate distinguish distribute divide do donate drag earn eat edit educate elaborate elect
eliminate embed employ empower enable encounter encourage encrypt endorse enforce engage enhance enjoy
enlarge enlist enrich enrol enroll ensure enter escalate establish evaluate evict examine exclude execute
expand expect explain explore expose express extend extract facilitate fail fill finalise finalize find
finish fix flip follow foresee forget formulate fulfil fulfill gather generate get give go grant grind
guarantee haggle hang have hear hide highlight hire identify ignore illustrate imagine impersonate implement
impose improve include incorporate indent indicate infer inform ingest inherit initialise initialize initiate
insert inspect install instantiate instruct integrate interact interpret interrupt introduce invalidate
invent invest investigate invite invoke involve isolate join keep kick know launch lay learn lend let listen
load locate login logon logout lose maintain make manage manipulate master meet memorise mention merge
migrate minimise minimize modify monitor multiply narrow navigate neglect negotiate normalise normalize
notify observe obtain offboard omit onboard operate operationalise operationalize opt organise organize
outdent overcome overlay override oversee overwrite owe own paginate paste pay perceive perform persist
personalise personalize pour preclassify predict prefilter prepare preprocess prescribe preserve prevent
prioritise prioritize proceed prohibit promote propagate propose protect prove provide provision publicise
publicize publish pull pursue put qualify quantify raise react read realise realize rearrange reassess
reassign reauthenticate recalculate recall receive recheck recognise recognize recommend recompute reconcile
reconfigure reconnect reconstruct recover recruit rectify recycle redeem redirect redo reduce refer refill
refine reflect refresh refuse regenerate regulate reject relate relaunch relax reload rely remain remember
remind remove rename render renew reopen reorder reorganise reorganize repay repeat replace replicate
represent reproduce require rerun rescale reschedule resell resend reset reside resize resolve respond
restart restock restore restrict resubmit resume resync retain rethink retrieve retry retweet reuse reveal
revert revise revisit revoke rewrite rinse rotate satisfy say see seek select send settle sew shake shoot
simplify simulate skip solve sow speak specify spend standardise standardize stay strengthen submit subscribe
substitute succeed suggest summarise summarize supervise suppress suspend swap sweep sync synchronise
synchronize tailor take teach tell terminate throw tick tidy toggle tow transcode transcribe transform
translate transmit traverse triage trigger trim troubleshoot unassign unban unblock uncover understand
undertake undo unfollow uninstall unlike unlink unload unlock unmount unpack unpin unpublish unselect unstar
unsubscribe untick unzip update utilise utilize validate vary verify visualise visualize want warn wash weave
weigh wipe withdraw witness write zip zoom`;

/** Nouns or adjectives as often as verbs: alone behind `and` they say little. */
const MIXED = `
access account address advance aim alert alias amount answer appeal approach archive argue array auction
audit back backup badge balance balk ban bank bar base batch beep benefit bid bill block board book bookmark
border brand break brief budget bundle cache call cancel cap care catalog catalogue cause center change
charge chart chat check claim class clean clear click clone close clue code color colour comment commit
complete concern conduct conflict contact content contract contrast control cook copy correct cost count
couple course cover crawl credit crop cut dash data date debate decrease default delay delight demand demo
deposit design desire detail dial discount discourse display dispute document double doubt download draft
draw drill drink drive drop duplicate echo email embargo end estimate event exchange excuse exercise exit
experience experiment export face fall favor favorite favour favourite feature feed feel fetch field figure
file film filter fine fit flag flow flush focus fold force forecast form format forward frame free fund
further gain gift glue groom group grow guess guide hammer handle hang hash heat help hint hit hold host
house impact import increase index influence input interest interview invoice iron issue item judge jump key
kill label lack land lead lease leave level license lift like limit line link list lock log look lookup loop
love mail map march mark market mash mask match matter mean measure message mind mirror mix model module
mount move mute name need nest note notice number object offer open order outline output overview pack
package page paint park part partition pass patch pause permit phone photograph pick picture pin pinch ping
place plan plant play pledge plot point polish poll pool post power prefer present press preview price print
process produce profile program progress project promise prompt proof protest purchase purge purpose push
query question queue quit quote rank rate reach rebuild record reference reform refund regard register
release remark remix rent repair reply report request rescue research reserve respect rest result return
review reward ride ring risk role roll rollback round route rule run salt sample save scale scan schedule
scope score screen script scroll seal search secure segment sell sense sentence separate serve service set
shape share shift ship shop show sign sketch sleep slow snap snooze sort sound source space spin split
sponsor spot spray stage stamp stand star start state step stick stitch stock stop store stream stress
structure study style subject sum supply support surface survey swim swipe switch table tag tail talk tap
target task taste tax team template tender test text theme think throttle ticket tie tilt time tip title top
total touch tour trace track trade train transfer transport travel treat trend trial trouble trust try turn
tweet type unit upgrade upload upset use value version view visit voice vote wait wake walk warm warrant
watch water weight win wish wonder work worry wrap yield zone`;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const mixed = words(MIXED);
const plain = words(PLAIN);

/** A base form; `mixed` where it is often a noun or an adjective. */
export function verbKind(word: string): 'verb' | 'mixed' | undefined {
  if (mixed.has(word)) return 'mixed';
  return plain.has(word) ? 'verb' : undefined;
}
